/**
 * Where an administrator declares the custom fields of each company and kind of document.
 *
 * <p>Read {@link org.millrace.custom.CustomFieldsHttp} first. Imports shared, web, document, party
 * and item.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "web", "document", "document::custom", "party", "item"})
package org.millrace.custom;
