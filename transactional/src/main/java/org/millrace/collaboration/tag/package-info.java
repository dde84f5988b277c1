/**
 * Tags of documents: words that people give them to find them by.
 *
 * <p>Read {@link org.millrace.collaboration.tag.TagsHttp} first.
 */
package org.millrace.collaboration.tag;
