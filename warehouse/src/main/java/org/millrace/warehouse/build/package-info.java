/**
 * From bronze to silver to gold: takes what is new, merges it, builds again only what it touches.
 *
 * <p>Read {@link org.millrace.warehouse.build.Builder} first. May import the catalog, the lake and
 * the checks.
 */
package org.millrace.warehouse.build;
