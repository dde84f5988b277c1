/**
 * Tests of the definition files: the shipped ones, and broken ones that must be refused with file
 * and line.
 */
package org.millrace.dashboards.definition;
