"""Parts of a page that many requests share, written once."""

from django.template import Library, Node, TemplateSyntaxError

register = Library()


class Kept(Node):
    def __init__(self, store, name, nodelist):
        self.store, self.name, self.nodelist = store, name, nodelist

    def render(self, context):
        store = context.get(self.store)
        if store is None:
            return self.nodelist.render(context)
        if self.name not in store:
            store[self.name] = self.nodelist.render(context)
        return store[self.name]


@register.tag
def kept(parser, token):
    """{% kept store name %}...{% endkept %}: what stands between, written the first time and kept under its name.

    `store`: a variable that holds a dict, which lives as long as what it keeps is true. Where it is None or unknown,
    the part is written each time.
    """
    words = token.split_contents()
    if len(words) != 3:
        raise TemplateSyntaxError("{% kept %} wants a store and a name.")
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(*words[1:], nodelist)
