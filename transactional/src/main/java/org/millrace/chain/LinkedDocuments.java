package org.millrace.chain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millrace.party.Company;

/** The documents of all kinds. */
interface LinkedDocuments {
  /** Those of a kind that exist among these. */
  List<LinkedDocument> read(Company company, LinkedKind kind, Collection<String> numbers);

  /** The numbers of at most so many documents of a kind that name one of these by a reference. */
  Set<String> naming(Naming asked, int most);

  /** The codes of at most so many partners whose code or name holds a text. */
  List<String> parties(Company company, String text, int most);

  /**
   * How the numbers of a kind begin, each with its first number; at most so many, as there are few.
   */
  Map<String, String> series(Company company, LinkedKind kind, int most);

  /** At most so many documents that have one of these numbers, or one that begins so. */
  List<LinkedDocument> numbered(
      Company company, LinkedKind kind, Collection<String> numbers, String begins, int most);

  /** The latest documents of these partners, at most so many. */
  List<LinkedDocument> ofParties(
      Company company, LinkedKind kind, Collection<String> parties, int most);

  /** The latest documents over an amount, of either sign, at most so many. */
  List<LinkedDocument> over(Company company, LinkedKind kind, BigDecimal amount, int most);

  /** Which documents are looked for: those whose reference names one of these of a kind. */
  record Naming(
      Company company,
      LinkedKind kind,
      LinkedKind.Reference reference,
      LinkedKind named,
      Collection<String> numbers) {}
}
