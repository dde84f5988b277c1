/**
 * Customers and suppliers: registering, changing, finding them.
 *
 * <p>Read {@link org.millrace.party.register.RegisterParties} first.
 */
package org.millrace.party.register;
