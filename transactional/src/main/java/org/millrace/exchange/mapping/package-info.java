/**
 * What the columns of a file mean, and the rules of its layout, as data.
 *
 * <p>Read {@link org.millrace.exchange.mapping.Mapping} first, then a shipped one under {@code
 * resources/mappings}. Imports shared only.
 */
package org.millrace.exchange.mapping;
