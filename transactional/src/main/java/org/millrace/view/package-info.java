/**
 * Views of lists that people save: what a list is narrowed to, its order and its columns under a
 * name, for oneself or for a whole company.
 *
 * <p>Read {@link org.millrace.view.SavedView} first. Knows no domain: a page is a name here.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "web", "outbox", "party"})
package org.millrace.view;
