package org.millrace.crm;

import java.util.List;
import java.util.Locale;

/** Where an open opportunity stands; the stages that each one leads to are declared here alone. */
public enum Stage {
  /** It is found out whether there is a need, money and somebody who decides. */
  QUALIFICATION,
  /** The customer has our offer. */
  PROPOSAL,
  /** Terms are talked about; a changed offer leads back. */
  NEGOTIATION;

  /** The stages that can follow. */
  public List<Stage> next() {
    return switch (this) {
      case QUALIFICATION -> List.of(PROPOSAL);
      case PROPOSAL -> List.of(NEGOTIATION);
      case NEGOTIATION -> List.of(PROPOSAL);
    };
  }

  /** The stages that can follow, as people write them. */
  String nextWords() {
    return String.join(" or ", next().stream().map(Stage::word).toList());
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
