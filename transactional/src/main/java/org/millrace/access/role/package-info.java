/**
 * Permissions, the roles that hold them, and roles given to users.
 *
 * <p>Read {@code access/roles.yaml} first, then {@link org.millrace.access.role.Roles}. Imports
 * shared and web.
 */
package org.millrace.access.role;
