package org.millrace.warehouse.catalog;

import java.util.List;
import java.util.Map;
import org.millrace.warehouse.catalog.yaml.YamlNode;

/** The same words for people in English and in Chinese. */
public record Wording(String en, String zh) {

  /** The words that {@code {en: ..., zh: ...}} gives; either one missing is a problem. */
  static Wording of(YamlNode node, String what) {
    if (!node.isPresent()) {
      node.problem(what + " is missing; write {en: ..., zh: ...}");
      return new Wording("", "");
    }
    Map<String, YamlNode> languages = node.fields(List.of("en", "zh"));
    return new Wording(
        node.field(languages, "en").text("English (en) of " + what),
        node.field(languages, "zh").text("Chinese (zh) of " + what));
  }

  /** The words in a language: Chinese for {@code zh}, English otherwise. */
  public String in(String language) {
    return language.equals("zh") ? zh : en;
  }
}
