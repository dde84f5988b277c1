package org.millrace.dimension;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * What amounts are told apart by: its values, the accounts that need one of them, and which one
 * counts where none is named. Cost centres are the dimension {@code COST-CENTRE}.
 */
public record Dimension(
    DimensionCode code,
    String name,
    List<Value> values,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Required> required,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Usual> usual) {
  /** Stored in dimension.dimension, its lists in tables of their own. */
  public static final DocumentKind<Dimension> KIND =
      DocumentKind.of(Dimension.class, "dimension", "dimension")
          .lines("values", "dimension.dimension_value", "dimension")
          .lines("required", "dimension.required_account", "dimension")
          .lines("usual", "dimension.usual_value", "dimension")
          .searched("code", "name", "values.value", "values.label")
          .changeable()
          .build();

  /** A value that lines may name, until a last day where one is told. */
  public record Value(DimensionValue value, String label, Optional<LocalDate> validTo) {
    public Value {
      label = Code.checked("values.label", "name of the value", label, 200);
    }
  }

  /** Accounts from one to another by code, both included, whose lines need a value. */
  public record Required(String fromAccount, Optional<String> toAccount) {
    public Required {
      fromAccount = Code.checked("required.fromAccount", "account", fromAccount, 20);
      toAccount = toAccount.map(to -> Code.checked("required.toAccount", "account", to, 20));
      new Problems()
          .require(
              toAccount.isEmpty() || fromAccount.compareTo(toAccount.get()) <= 0,
              "required.toAccount",
              toAccount.orElse(""),
              "an account not before " + fromAccount)
          .refuse("The accounts that need a value cannot be used");
    }
  }

  /**
   * The value that counts where a line names none: for items of a group, for a partner, for both,
   * or for all.
   */
  public record Usual(
      Optional<ItemGroupCode> itemGroup, Optional<PartyCode> party, DimensionValue value) {
    /** Which one counts first: 3 for group and partner, 2 for the group, 1 for the partner. */
    int rank() {
      return (itemGroup.isPresent() ? 2 : 0) + (party.isPresent() ? 1 : 0);
    }

    boolean fits(Optional<ItemGroupCode> group, Optional<PartyCode> partner) {
      return (itemGroup.isEmpty() || itemGroup.equals(group))
          && (party.isEmpty() || party.equals(partner));
    }
  }

  public Dimension {
    name = Code.checked("name", "name of the dimension", name, 200);
    values = List.copyOf(values);
    required = List.copyOf(required);
    usual = List.copyOf(usual);
    Set<DimensionValue> known = values.stream().map(Value::value).collect(Collectors.toSet());
    Problems problems =
        new Problems()
            .require(
                known.size() == values.size(),
                "values",
                values.size() + " values",
                "each value once")
            .require(
                usual.stream().map(u -> List.of(u.itemGroup(), u.party())).distinct().count()
                    == usual.size(),
                "usual",
                usual.size() + " values",
                "one value for each item group and party");
    for (int i = 0; i < usual.size(); i++) {
      problems.require(
          known.contains(usual.get(i).value()),
          "usual." + (i + 1) + ".value",
          usual.get(i).value(),
          "one of the values of the dimension");
    }
    problems.refuse("The dimension " + code + " cannot be used");
  }
}
