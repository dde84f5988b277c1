/**
 * The verbs of every kind of document, done to several at once: each document in a transaction of
 * its own, with an outcome of its own.
 *
 * <p>Read {@code BulkVerbHttp} first. Imports shared, settings, document and the parts of web.
 */
package org.millrace.document.bulk;
