package org.millrace.party.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.party.Address;
import org.millrace.party.BankAccount;
import org.millrace.party.Contact;
import org.millrace.party.Party;
import org.millrace.party.PaymentTerms;
import org.millrace.party.Role;
import org.millrace.party.TaxNumber;
import org.millrace.party.merge.PartyMerge.Taken;
import org.millrace.shared.Code;

/** What one party takes over of another, and gives back; the other stays as it is. */
final class Takeover {
  /** What becomes of a field, and of the entries of a list. */
  private interface Way {
    <T> Optional<T> one(String field, Optional<T> own, Optional<T> others);

    <T> List<T> many(String field, List<T> own, List<T> others);
  }

  private Takeover() {}

  /** What the one lacks and the other has. */
  static List<Taken> proposed(Party from, Party survivor) {
    List<Taken> takes = new ArrayList<>();
    through(
        new Way() {
          @Override
          public <T> Optional<T> one(String field, Optional<T> own, Optional<T> others) {
            if (own.isEmpty()) {
              others.ifPresent(value -> takes.add(new Taken(field, text(value))));
            }
            return own;
          }

          @Override
          public <T> List<T> many(String field, List<T> own, List<T> others) {
            others.stream()
                .filter(value -> !own.contains(value))
                .forEach(value -> takes.add(new Taken(field, text(value))));
            return own;
          }
        },
        from,
        survivor);
    return takes;
  }

  /** The one with what it takes over; what it has by now stays. */
  static Party taken(Party from, Party survivor, List<Taken> takes) {
    Set<Taken> wanted = new HashSet<>(takes);
    return through(
        new Way() {
          @Override
          public <T> Optional<T> one(String field, Optional<T> own, Optional<T> others) {
            return own.or(() -> others.filter(v -> wanted.contains(new Taken(field, text(v)))));
          }

          @Override
          public <T> List<T> many(String field, List<T> own, List<T> others) {
            return Stream.concat(
                    own.stream(),
                    others.stream()
                        .filter(v -> !own.contains(v))
                        .filter(v -> wanted.contains(new Taken(field, text(v)))))
                .toList();
          }
        },
        from,
        survivor);
  }

  /** The one without what it took over; what was changed since stays. */
  static Party givenBack(Party from, Party survivor, List<Taken> takes) {
    Set<Taken> given = new HashSet<>(takes);
    return through(
        new Way() {
          @Override
          public <T> Optional<T> one(String field, Optional<T> own, Optional<T> others) {
            return own.filter(
                v -> !(own.equals(others) && given.contains(new Taken(field, text(v)))));
          }

          @Override
          public <T> List<T> many(String field, List<T> own, List<T> others) {
            return own.stream()
                .filter(v -> !(others.contains(v) && given.contains(new Taken(field, text(v)))))
                .toList();
          }
        },
        from,
        survivor);
  }

  private static Party through(Way way, Party from, Party survivor) {
    List<Role> roles = way.many("roles", List.copyOf(survivor.roles()), List.copyOf(from.roles()));
    return new Party(
        survivor.code(),
        survivor.name(),
        new TreeSet<>(roles),
        survivor.country(),
        survivor.walkIn(),
        way.one("region", survivor.region(), from.region()),
        way.one("legalName", survivor.legalName(), from.legalName()),
        way.one("language", survivor.language(), from.language()),
        way.one("customerGroup", survivor.customerGroup(), from.customerGroup()),
        way.one("phone", survivor.phone(), from.phone()),
        way.one("email", survivor.email(), from.email()),
        way.one("webSite", survivor.webSite(), from.webSite()),
        way.one("paymentReference", survivor.paymentReference(), from.paymentReference()),
        way.one("terms", survivor.terms(), from.terms()),
        way.one("creditLimit", survivor.creditLimit(), from.creditLimit()),
        way.one("salesCurrency", survivor.salesCurrency(), from.salesCurrency()),
        way.one("dispatchPriority", survivor.dispatchPriority(), from.dispatchPriority()),
        survivor.mergedInto(),
        way.many("addresses", survivor.addresses(), from.addresses()),
        way.many("contacts", survivor.contacts(), from.contacts()),
        way.many("taxNumbers", survivor.taxNumbers(), from.taxNumbers()),
        way.many("bankAccounts", survivor.bankAccounts(), from.bankAccounts()));
  }

  /** A value as people read it. */
  private static String text(Object value) {
    if (value instanceof Address address) {
      return joined(
          Stream.concat(
              Stream.of(words(address.kinds())),
              Stream.concat(
                  Stream.of(
                          address.street(),
                          address.additionalStreet(),
                          address.addressLine(),
                          address.postalCode(),
                          address.city(),
                          address.province())
                      .flatMap(Optional::stream),
                  Stream.of(address.country().value()))));
    }
    if (value instanceof Contact contact) {
      return joined(
          Stream.concat(
              Stream.of(contact.name()),
              Stream.of(contact.function(), contact.phone(), contact.email())
                  .flatMap(Optional::stream)));
    }
    if (value instanceof TaxNumber number) {
      return number.number();
    }
    if (value instanceof BankAccount account) {
      return joined(
          Stream.concat(
              Stream.of(account.number()),
              Stream.of(account.bic(), account.bank(), account.holder())
                  .flatMap(Optional::stream)));
    }
    if (value instanceof PaymentTerms terms) {
      return joined(
          Stream.of(
              Integer.toString(terms.days()),
              terms.dueFrom().map(Takeover::word).orElse(""),
              terms.discountPercent().map(p -> p.toPlainString() + " %").orElse(""),
              terms.discountDays().map(String::valueOf).orElse("")));
    }
    if (value instanceof Enum<?> word) {
      return word(word);
    }
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value instanceof Code code ? code.value() : value.toString();
  }

  private static String words(Set<Address.Kind> kinds) {
    return kinds.stream().map(Takeover::word).collect(Collectors.joining(" "));
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String joined(Stream<String> parts) {
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }
}
