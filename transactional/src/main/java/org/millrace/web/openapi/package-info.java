/**
 * The OpenAPI description as the core really speaks: codes are text, money is a number, words are
 * in kebab case, each record has a name of its own, and headers and errors are told.
 *
 * <p>Read {@link org.millrace.web.openapi.ValueSchemas} first. Imports shared only.
 */
package org.millrace.web.openapi;
