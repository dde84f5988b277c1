package org.millrace.dashboards.page;

import org.millrace.dashboards.definition.Label;

/** What a page has to know of another: its address in the core, what its list is called. */
record OtherPage(String path, Label title) {}
