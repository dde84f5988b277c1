/**
 * How each company wants its documents numbered.
 *
 * <p>Read {@link org.millrace.numbering.NumberSeriesHttp} first. Imports shared, web, document and
 * party.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "web", "document", "document::number", "party"})
package org.millrace.numbering;
