/**
 * Words that people give documents of any kind; every list is narrowed to one by {@code
 * tag=urgent}.
 *
 * <p>Read {@link org.millrace.document.tag.Tags} first.
 */
@org.springframework.modulith.NamedInterface("tag")
package org.millrace.document.tag;
