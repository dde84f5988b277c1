package org.millrace.document;

import java.util.List;

/**
 * A page of a list as it is answered. {@code total} counts all matching documents; when {@code
 * totalIsExact} is false there are more than that. {@code more} says that another page follows.
 */
public record ListAnswer<T>(
    List<DocumentAnswer<T>> rows,
    int page,
    int size,
    boolean more,
    long total,
    boolean totalIsExact) {}
