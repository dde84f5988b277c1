/**
 * Which passwords are taken.
 *
 * <p>Read {@link org.millrace.access.password.PasswordRules} first. Imports shared only.
 */
package org.millrace.access.password;
