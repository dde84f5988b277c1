package org.millrace.document;

import java.util.function.BiConsumer;
import org.millrace.shared.CompanyCode;

/**
 * How a person records documents of a kind, and so what files of them hold: the columns of a file
 * are the components of the request in snake case, those of a list of records with the list's name
 * and a dot before them. Rows of the same {@code number} that follow each other are one document;
 * it gets a number of its own.
 *
 * @param kind what the kernel knows of the kind
 * @param permission the permission that it needs
 * @param request the record of what a new document holds
 * @param take makes one document within the running transaction; refuses what does not fit
 */
public record DocumentImport<R extends Record>(
    DocumentKind<?> kind,
    String permission,
    Class<R> request,
    BiConsumer<CompanyCode, Record> take) {}
