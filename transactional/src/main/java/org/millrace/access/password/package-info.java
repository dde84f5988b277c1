/**
 * Which passwords are taken, and how guessing them is slowed down.
 *
 * <p>Read {@link org.millrace.access.password.PasswordRules} first. Imports shared only.
 */
package org.millrace.access.password;
