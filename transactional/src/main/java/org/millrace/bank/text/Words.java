package org.millrace.bank.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words in the texts of banks and payers that change what a line means. */
public enum Words {
  FEE(
      "fee",
      "fees",
      "charge",
      "charges",
      "gebühr",
      "gebühren",
      "spesen",
      "entgelt",
      "frais",
      "commission",
      "手续费"),
  RETURN(
      "return",
      "returned",
      "returns",
      "rejected",
      "bounced",
      "unpaid",
      "chargeback",
      "rücklastschrift",
      "retoure",
      "rückgabe",
      "rejet",
      "impayé",
      "退票",
      "退回",
      "退汇"),
  REVERSAL(
      "correction",
      "reversal",
      "reversed",
      "reverses",
      "storno",
      "stornierung",
      "korrektur",
      "berichtigung",
      "rückbuchung",
      "cancelled",
      "annulation",
      "冲正",
      "更正"),
  INSTALMENT(
      "instalment",
      "installment",
      "rate",
      "raten",
      "part",
      "partial",
      "teilzahlung",
      "teil",
      "deposit",
      "anzahlung",
      "acompte",
      "首付",
      "分期");

  private static final Pattern PART_OF = Pattern.compile("\\b\\d{1,2}\\s?/\\s?\\d{1,2}\\b");

  private final Pattern pattern;

  Words(String... words) {
    List<String> latin = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (String word : words) {
      (word.charAt(0) < 0x3000 ? latin : other).add(word);
    }
    String any = "(?<![\\p{L}])(" + String.join("|", latin) + ")(?![\\p{L}])";
    pattern =
        Pattern.compile(
            other.isEmpty() ? any : any + "|" + String.join("|", other),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  public boolean isIn(String text) {
    return pattern.matcher(text).find() || this == INSTALMENT && PART_OF.matcher(text).find();
  }
}
