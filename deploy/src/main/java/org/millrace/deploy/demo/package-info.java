/**
 * The demo company: a simulated year of a small bicycle maker, posted through the core's API.
 *
 * <p>Read {@link org.millrace.deploy.demo.DemoCompany} first, then {@code BusinessYear}: it decides
 * what happens, from a seed and a first day alone. {@code Acts} words it as commands, {@code
 * Poster} sends them. Nothing here touches the database.
 */
package org.millrace.deploy.demo;
