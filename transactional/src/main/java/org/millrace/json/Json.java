package org.millrace.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Predicate;
import org.millrace.shared.Code;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The mapper of this process. Money is its bare amount (the document names the currency), codes are
 * text, enums kebab case, absent values are left out, numbers are never in exponent form. Input
 * that lacks a value or names an unknown field is refused.
 */
public final class Json {
  private Json() {}

  /** A mapper for requests and event payloads alike. */
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .changeDefaultPropertyInclusion(
            always ->
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
        .changeDefaultNullHandling(
            always -> JsonSetter.Value.construct(Nulls.DEFAULT, Nulls.FAIL)) // none in a list
        .addMixIn(DomainEvent.class, Payload.class)
        .addModule(words())
        .build();
  }

  /** The mapper of answers: it leaves out what is sensitive unless its permission is held. */
  public static JsonMapper answers(Predicate<String> isHeld) {
    SimpleModule withheld = new SimpleModule("millrace-withheld");
    withheld.setSerializerModifier(new Withheld(isHeld));
    return mapper().rebuild().addModule(withheld).build();
  }

  private static SimpleModule words() {
    SimpleModule words = new SimpleModule("millrace-words");
    words.addSerializer(new Bare<>(Money.class, Money::amount));
    words.addSerializer(new Bare<>(Quantity.class, Quantity::value));
    words.addSerializer(new Bare<>(Period.class, Period::toString));
    words.addSerializer(new Bare<>(Version.class, Version::number));
    words.addSerializer(new Bare<>(Code.class, Code::value));
    words.addSerializer(new Bare<>(Enum.class, Words::kebab));
    words.setDeserializers(new Words());
    return words;
  }

  /** A value written as a single JSON text or number. */
  private static final class Bare<T> extends StdSerializer<T> {
    private final transient Function<T, Object> inner;

    Bare(Class<T> type, Function<T, Object> inner) {
      super(type);
      this.inner = inner;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      Object bare = inner.apply(value);
      if (bare instanceof BigDecimal decimal) {
        json.writeNumber(decimal);
      } else if (bare instanceof Long number) {
        json.writeNumber(number);
      } else {
        json.writeString(bare.toString());
      }
    }
  }

  @JsonIgnoreProperties("head")
  private interface Payload {}
}
