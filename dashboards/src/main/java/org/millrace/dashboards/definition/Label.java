package org.millrace.dashboards.definition;

import java.util.Objects;

/** One text in English and in Chinese; neither may be blank. */
public record Label(String en, String zh) {
  public Label {
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(zh, "zh");
  }

  /** The text in the language asked for. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
