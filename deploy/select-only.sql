-- The database role of portals that only show pages (PORTAL_ROLE=public): it reads figures, and nothing of the staff's.
-- psql --set role=portal_public --set database=portal --file deploy/select-only.sql
-- Run it by the owner of the tables, once they are there and again after an upgrade that adds tables.
\set ON_ERROR_STOP on
SELECT format('CREATE ROLE %I LOGIN', :'role')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" SET default_transaction_read_only = on;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :"role";
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM :"role";
GRANT CONNECT ON DATABASE :"database" TO :"role";
GRANT USAGE ON SCHEMA public TO :"role";
SELECT format('GRANT SELECT ON %I TO %I', tablename, :'role')
FROM pg_tables
WHERE schemaname = 'public' AND (tablename ~ '^(provinces|indicators)_' OR tablename = 'django_migrations') \gexec
