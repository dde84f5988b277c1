/** What the architecture rules must find; never part of the product. */
package org.millrace.analytics.bad;
