/**
 * Fields that a company adds to its documents: declared, checked, stored beside the document, told
 * in its events.
 *
 * <p>Read {@link org.millrace.document.custom.CustomField} first.
 */
@org.springframework.modulith.NamedInterface("custom")
package org.millrace.document.custom;
