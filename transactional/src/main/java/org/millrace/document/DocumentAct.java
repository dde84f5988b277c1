package org.millrace.document;

import java.util.Locale;

/** Something people do with a document; an enumeration of its kind lists all of them. */
public interface DocumentAct {
  /** The name of the constant. */
  String name();

  /** What the document undergoes, after "cannot": {@code be closed}. */
  String words();

  /** The act as addresses and answers name it: {@code use-part}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
