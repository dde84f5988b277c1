/**
 * How every failure becomes an answer, and the catalogue of the types of these answers.
 *
 * <p>Read {@code ProblemsHttp} first. Imports web and shared.
 */
package org.millrace.web.problem;
