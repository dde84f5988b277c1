/**
 * Trees of XML, read without entities and document types, and written.
 *
 * <p>Read {@link org.millrace.einvoice.xml.Element} first. Imports the JDK.
 */
package org.millrace.einvoice.xml;
