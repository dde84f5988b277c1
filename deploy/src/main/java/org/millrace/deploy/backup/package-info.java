/**
 * Backups of a running instance and their return: database, lake, stream position, secrets and
 * settings, consistent with each other and checked by hashes (docs/decisions/0023). Read {@link
 * org.millrace.deploy.backup.Backup} first. Imports {@code home} and {@code postgres}.
 */
package org.millrace.deploy.backup;
