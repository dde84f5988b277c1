/**
 * The instance's own PostgreSQL 18: binaries from a Maven artifact, data below the home folder,
 * durable settings, generated passwords, one role a part. Read {@link
 * org.millrace.deploy.postgres.PostgresServer} first. Imports {@code home} only.
 */
package org.millrace.deploy.postgres;
