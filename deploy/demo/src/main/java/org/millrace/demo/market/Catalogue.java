package org.millrace.demo.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Millrace Bicycles buys, makes and sells, and from whom it buys. Prices in EUR, net. */
public final class Catalogue {
  /** A supplier with its usual days from order to receipt. */
  public record Supplier(String code, String name, String country, int leadDays) {}

  /** A bought part. */
  public record Component(String code, String name, String supplier, BigDecimal cost) {}

  /** A part made of components, or a product made of both. */
  public record Made(String code, String name, Map<String, Integer> materials) {}

  /** How a product sells: list price, share of order lines, usual pieces a line, season. */
  public record Sold(String code, BigDecimal price, double share, int pieces, Season season) {}

  public static final List<Supplier> SUPPLIERS =
      List.of(
          new Supplier("S-100", "Alpine Tubes GmbH", "Germany", 9),
          new Supplier("S-200", "Lario Ruote S.r.l.", "Italy", 7),
          new Supplier("S-300", "Oosterdraad Banden B.V.", "Netherlands", 5),
          new Supplier("S-400", "Kansai Drive K.K.", "Japan", 21),
          new Supplier("S-500", "Porto Comfort Lda.", "Portugal", 8),
          new Supplier("S-600", "Brno Elektro s.r.o.", "Czechia", 12));

  public static final List<Component> COMPONENTS =
      List.of(
          part("FRAME-CITY", "Frame, city", "S-100", "68.00"),
          part("FRAME-TREK", "Frame, trekking", "S-100", "82.00"),
          part("FRAME-ROAD", "Frame, road", "S-100", "240.00"),
          part("FRAME-MTB", "Frame, mountain", "S-100", "165.00"),
          part("FRAME-KIDS", "Frame, children", "S-100", "34.00"),
          part("FRAME-CARGO", "Frame, cargo", "S-100", "390.00"),
          part("FORK-RIGID", "Fork, rigid", "S-100", "24.00"),
          part("FORK-SUSP", "Fork, suspension", "S-100", "95.00"),
          part("RIM-28", "Rim 28 inch", "S-200", "14.50"),
          part("RIM-20", "Rim 20 inch", "S-200", "9.20"),
          part("HUB-FRONT", "Hub, front", "S-200", "8.90"),
          part("HUB-REAR", "Hub, rear", "S-200", "14.20"),
          part("SPOKES", "Spokes, set of 36", "S-200", "6.80"),
          part("TYRE-28", "Tyre 28 inch", "S-300", "12.40"),
          part("TYRE-20", "Tyre 20 inch", "S-300", "7.90"),
          part("TUBE", "Inner tube", "S-300", "2.10"),
          part("CRANK", "Crankset", "S-400", "28.00"),
          part("CHAIN", "Chain", "S-400", "7.50"),
          part("CASSETTE", "Cassette", "S-400", "19.00"),
          part("DERAILLEUR", "Derailleur", "S-400", "33.00"),
          part("BRAKE-SET", "Brake set", "S-400", "24.00"),
          part("MOTOR", "Hub motor", "S-400", "385.00"),
          part("SADDLE", "Saddle", "S-500", "14.00"),
          part("HANDLEBAR", "Handlebar", "S-500", "11.50"),
          part("GRIPS", "Grips, pair", "S-500", "4.20"),
          part("BAG", "Pannier bag", "S-500", "18.50"),
          part("BATTERY", "Battery 500 Wh", "S-600", "255.00"),
          part("LAMP-FRONT", "Lamp, front", "S-600", "7.60"),
          part("LAMP-REAR", "Lamp, rear", "S-600", "3.90"));

  public static final List<Made> ASSEMBLIES =
      List.of(
          made("WHEELSET-28", "Wheelset 28 inch")
              .of("RIM-28", 2, "HUB-FRONT", 1, "HUB-REAR", 1, "SPOKES", 2)
              .of("TYRE-28", 2, "TUBE", 2)
              .done(),
          made("WHEELSET-20", "Wheelset 20 inch")
              .of("RIM-20", 2, "HUB-FRONT", 1, "HUB-REAR", 1, "SPOKES", 2)
              .of("TYRE-20", 2, "TUBE", 2)
              .done(),
          made("DRIVE-CITY", "Drive, single chainring")
              .of("CRANK", 1, "CHAIN", 1, "CASSETTE", 1)
              .done(),
          made("DRIVE-SPORT", "Drive, derailleur")
              .of("CRANK", 1, "CHAIN", 1, "CASSETTE", 1, "DERAILLEUR", 2)
              .done(),
          made("COCKPIT", "Handlebar, complete").of("HANDLEBAR", 1, "GRIPS", 1).done());

  public static final List<Made> PRODUCTS =
      List.of(
          bike("BIKE-CITY", "City bicycle", "FRAME-CITY", "FORK-RIGID", "DRIVE-CITY").done(),
          bike("BIKE-TREK", "Trekking bicycle", "FRAME-TREK", "FORK-SUSP", "DRIVE-SPORT").done(),
          bike("BIKE-ROAD", "Road bicycle", "FRAME-ROAD", "FORK-RIGID", "DRIVE-SPORT").done(),
          bike("BIKE-MTB", "Mountain bicycle", "FRAME-MTB", "FORK-SUSP", "DRIVE-SPORT").done(),
          made("BIKE-KIDS", "Children's bicycle")
              .of("FRAME-KIDS", 1, "FORK-RIGID", 1, "WHEELSET-20", 1, "DRIVE-CITY", 1)
              .of("COCKPIT", 1, "BRAKE-SET", 1, "SADDLE", 1)
              .done(),
          bike("BIKE-CARGO", "Cargo bicycle", "FRAME-CARGO", "FORK-RIGID", "DRIVE-CITY").done(),
          bike("EBIKE-CITY", "City e-bike", "FRAME-CITY", "FORK-RIGID", "DRIVE-CITY")
              .of("MOTOR", 1, "BATTERY", 1)
              .done(),
          bike("EBIKE-CARGO", "Cargo e-bike", "FRAME-CARGO", "FORK-RIGID", "DRIVE-CITY")
              .of("MOTOR", 1, "BATTERY", 2)
              .done(),
          made("LIGHT-SET", "Light set").of("LAMP-FRONT", 1, "LAMP-REAR", 1).done(),
          made("PANNIER-SET", "Pannier set").of("BAG", 2).done(),
          made("SERVICE-KIT", "Service kit").of("BRAKE-SET", 1, "CHAIN", 1, "TUBE", 2).done(),
          made("TYRE-KIT", "Tyre kit 28 inch").of("TYRE-28", 2, "TUBE", 2).done());

  public static final List<Sold> SALES =
      List.of(
          sold("BIKE-CITY", "549.00", 0.17, 3, Season.RIDING),
          sold("BIKE-TREK", "849.00", 0.13, 2, Season.RIDING),
          sold("BIKE-ROAD", "1049.00", 0.06, 2, Season.RIDING),
          sold("BIKE-MTB", "999.00", 0.10, 2, Season.RIDING),
          sold("BIKE-KIDS", "399.00", 0.09, 3, Season.GIFTS),
          sold("BIKE-CARGO", "1399.00", 0.04, 1, Season.RIDING),
          sold("EBIKE-CITY", "1699.00", 0.11, 2, Season.RIDING),
          sold("EBIKE-CARGO", "2899.00", 0.03, 1, Season.RIDING),
          sold("LIGHT-SET", "24.90", 0.09, 8, Season.DARK),
          sold("PANNIER-SET", "69.00", 0.07, 6, Season.RIDING),
          sold("SERVICE-KIT", "59.00", 0.06, 8, Season.LEVEL),
          sold("TYRE-KIT", "49.00", 0.05, 8, Season.LEVEL));

  private static final Map<String, Made> MADE =
      Stream.concat(ASSEMBLIES.stream(), PRODUCTS.stream())
          .collect(Collectors.toMap(Made::code, Function.identity()));
  private static final Map<String, Component> BOUGHT =
      COMPONENTS.stream().collect(Collectors.toMap(Component::code, Function.identity()));

  private Catalogue() {}

  public static Map<String, Integer> materials(String code) {
    return requireNonNull(MADE.get(code), () -> code + " is not made").materials();
  }

  public static Supplier supplier(String code) {
    return SUPPLIERS.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
  }

  /** The country of the supplier of a component. */
  public static String countryOfOrigin(String component) {
    return supplier(component(component).supplier()).country();
  }

  public static boolean isMade(String code) {
    return MADE.containsKey(code);
  }

  public static Component component(String code) {
    return requireNonNull(BOUGHT.get(code), () -> code + " is not bought");
  }

  private static Component part(String code, String name, String supplier, String cost) {
    return new Component(code, name, supplier, new BigDecimal(cost));
  }

  private static Sold sold(String code, String price, double share, int pieces, Season season) {
    return new Sold(code, new BigDecimal(price), share, pieces, season);
  }

  private static Bill bike(String code, String name, String frame, String fork, String drive) {
    return made(code, name)
        .of(frame, 1, fork, 1, drive, 1, "WHEELSET-28", 1)
        .of("COCKPIT", 1, "BRAKE-SET", 1, "SADDLE", 1);
  }

  private static Bill made(String code, String name) {
    return new Bill(code, name, new LinkedHashMap<>());
  }

  private record Bill(String code, String name, Map<String, Integer> materials) {
    Bill of(Object... pairs) {
      for (int i = 0; i < pairs.length; i += 2) {
        materials.put((String) pairs[i], (Integer) pairs[i + 1]);
      }
      return this;
    }

    Made done() {
      return new Made(code, name, java.util.Collections.unmodifiableMap(materials));
    }
  }
}
