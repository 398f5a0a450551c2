"""Vietnamese names as keys: one to find them by however they are typed, one to put them in order.

Both keys are plain ASCII made here, so that SQLite and PostgreSQL, whatever its collation, compare them alike.
"""

import re
from unicodedata import normalize

WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
ETHS = str.maketrans("ðɖ", "đđ")  # look-alikes of đ that old fonts and keyboards leave behind
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng
KINDS_BEFORE = (["tinh"], ["thanh", "pho"], ["tp"], ["thu", "do"], ["huyen"], ["quan"], ["thi", "xa"])
KINDS_AFTER = (["province"], ["city"], ["district"], ["town"])


def fold(text):
    """Lower case without marks, đ as d, whatever is no letter or digit as one space.

    >>> fold("Bà Rịa – Vũng Tàu")
    'ba ria vung tau'
    """
    return " ".join(filter(None, map(_plain, _words(text))))


def search_key(text):
    """The folded name without the word that says what kind of place it is.

    >>> search_key("TP. Hồ Chí Minh")
    'ho chi minh'
    """
    return fold(" ".join(_without_kind(_words(text))))


def tight(text):
    """The search key without spaces: what two spellings of one name have in common.

    >>> tight("Kontum") == tight("Tỉnh Kon Tum")
    True
    """
    return search_key(text).replace(" ", "")


def sort_key(text):
    """Vietnamese order: first the letters (a ă â b c d đ e ê ...), then the tones, ngang huyền hỏi ngã sắc nặng.

    Each letter is two characters, the second telling a, ă, â apart; `01` stands between words, `00` before the tones,
    one digit a word. A word for the kind of place does not count.

    >>> sort_key("Đà Lạt")
    'd1a001l0a0t00015'
    """
    words = [_letters_and_tone(word) for word in _without_kind(_words(text))]
    return "01".join(letters for letters, _ in words) + "00" + "".join(tone for _, tone in words)


def _words(text):
    return WORD.findall(normalize("NFKC", text).lower().translate(ETHS))


def _plain(word):
    letters = normalize("NFKD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


def _without_kind(words):
    plain = [_plain(word) for word in words]
    for kind in KINDS_BEFORE:
        # A number is no name without its kind: Quận 1.
        if plain[: len(kind)] == kind != plain and not plain[len(kind)].isdigit():
            return words[len(kind) :]
    return words[:-1] if plain[-1:] in KINDS_AFTER and len(words) > 1 else words


def _letters_and_tone(word):
    marks = normalize("NFD", word)
    tone = next((TONES[mark] for mark in marks if mark in TONES), "0")
    letters = normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    return "".join(map(_place_in_alphabet, letters)), tone


def _place_in_alphabet(letter):
    plain = _plain(letter)
    if plain.isdigit():
        return f"1{plain}"
    if letter in ALPHABET:
        return f"{plain}{ALPHABET.index(letter) - ALPHABET.index(plain)}"
    return "".join(f"{other}0" for other in plain)
