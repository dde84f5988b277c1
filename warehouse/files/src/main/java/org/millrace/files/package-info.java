/**
 * Local files as Hadoop sees them, by the Java library instead of the commands {@code chmod} and
 * {@code readlink}.
 */
@org.jspecify.annotations.NullMarked
package org.millrace.files;
