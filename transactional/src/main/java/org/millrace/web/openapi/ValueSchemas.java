package org.millrace.web.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Period;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import tools.jackson.databind.JsonNode;

/** Describes our values and records as {@link org.millrace.json.Json} reads and writes them. */
final class ValueSchemas implements ModelConverter {
  private static final String MONTH = "^\\d{4}-\\d{2}$";
  private static final String CURRENCY = "^[A-Z]{3}$";
  private static final String MONEY = "money";

  /** The field that says of an amount in which currency it is, or that it is the company's. */
  private static final String CURRENCY_FIELD = "x-currency";

  private static final String OF_COMPANY = "company";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = Json.mapper().constructType(type.getType());
    Class<?> raw = java.getRawClass();
    if (raw == Optional.class) {
      return context.resolve(new AnnotatedType(java.containedType(0)).resolveAsRef(true));
    }
    if (java.isCollectionLikeType() && raw.getName().startsWith("java.util.")) {
      return new ArraySchema()
          .items(context.resolve(new AnnotatedType(java.getContentType()).resolveAsRef(true)));
    }
    Schema<?> single = single(raw);
    if (single != null) {
      return single;
    }
    if (raw.isRecord() && raw.getName().startsWith("org.millrace.")) {
      return record(java, context);
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  private static @Nullable Schema<?> single(Class<?> raw) {
    if (Code.class.isAssignableFrom(raw)) {
      return new StringSchema().minLength(1);
    }
    if (raw == Quantity.class) {
      return new NumberSchema().format("quantity");
    }
    if (raw == Money.class) {
      return new NumberSchema().format(MONEY);
    }
    if (raw == BigDecimal.class) {
      return new NumberSchema();
    }
    if (raw == Version.class) {
      return new IntegerSchema().format("int64");
    }
    if (raw == Period.class) {
      return new StringSchema().pattern(MONTH);
    }
    if (raw == Currency.class) {
      return new StringSchema().pattern(CURRENCY);
    }
    if (JsonNode.class.isAssignableFrom(raw)) {
      return new Schema<>();
    }
    if (raw == LocalDate.class) {
      return new StringSchema().format("date");
    }
    return raw.isEnum() ? words(raw) : null;
  }

  private static Schema<?> words(Class<?> raw) {
    StringSchema words = new StringSchema();
    Arrays.stream(raw.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .forEach(words::addEnumItem);
    return words;
  }

  /** A record once under its name; what refers to it does so by that name. */
  private static Schema<?> record(JavaType java, ModelConverterContext context) {
    String name = name(java);
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + name);
    if (!context.getDefinedModels().containsKey(name)) {
      ObjectSchema schema = new ObjectSchema();
      schema.setName(name);
      context.defineModel(name, schema);
      fill(schema, java, context);
    }
    return reference;
  }

  private static String name(JavaType java) {
    StringBuilder name = new StringBuilder(SchemaNames.of(java.getRawClass()));
    for (int i = 0; i < java.containedTypeCount(); i++) {
      name.append("Of").append(name(java.containedType(i)));
    }
    return name.toString();
  }

  private static void fill(ObjectSchema schema, JavaType java, ModelConverterContext context) {
    for (RecordComponent component : java.getRawClass().getRecordComponents()) {
      JavaType inner = resolved(java, component.getGenericType());
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        fill(schema, inner, context);
      } else {
        Sensitive sensitive = component.getAccessor().getAnnotation(Sensitive.class);
        Amount amount = component.getAccessor().getAnnotation(Amount.class);
        Schema<?> field =
            sensitive == null && amount == null
                ? context.resolve(new AnnotatedType(inner).resolveAsRef(true))
                : own(inner);
        if (amount != null) {
          tell(field, amount);
        }
        if (sensitive != null) {
          withhold(field, sensitive.value());
        }
        schema.addProperty(component.getName(), field);
        if (component.getType() != Optional.class && sensitive == null) {
          schema.addRequiredItem(component.getName());
        }
      }
    }
  }

  /** A single value, described for this field alone: what the context resolves is shared. */
  private static Schema<?> own(JavaType type) {
    Class<?> raw =
        type.getRawClass() == Optional.class
            ? type.containedType(0).getRawClass()
            : type.getRawClass();
    return Objects.requireNonNull(single(raw), "only of a single value more is told");
  }

  private static void withhold(Schema<?> field, String permission) {
    field.description("Left out for who lacks the permission " + permission);
    field.addExtension(DescribeRequests.PERMISSION, permission);
  }

  private static void tell(Schema<?> field, Amount amount) {
    field.format(MONEY);
    field.addExtension(CURRENCY_FIELD, amount.in().isEmpty() ? OF_COMPANY : amount.in());
  }

  private static JavaType resolved(JavaType around, Type component) {
    return Json.mapper().getTypeFactory().resolveMemberType(component, around.getBindings());
  }
}
