package org.millrace.json;

import java.util.List;
import java.util.function.Predicate;
import org.millrace.shared.Caller.Sensitive;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Leaves out what is {@link Sensitive} where the reader lacks its permission. */
final class Withheld extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  private final transient Predicate<String> isHeld;

  Withheld(Predicate<String> isHeld) {
    this.isHeld = isHeld;
  }

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config,
      BeanDescription.Supplier bean,
      List<BeanPropertyWriter> properties) {
    properties.replaceAll(this::guarded); // the library goes on changing this list
    return properties;
  }

  private BeanPropertyWriter guarded(BeanPropertyWriter property) {
    Sensitive sensitive = property.getAnnotation(Sensitive.class);
    return sensitive == null ? property : new Guarded(property, sensitive.value(), isHeld);
  }

  private static final class Guarded extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;
    private final String permission;
    private final transient Predicate<String> isHeld;

    Guarded(BeanPropertyWriter property, String permission, Predicate<String> isHeld) {
      super(property);
      this.permission = permission;
      this.isHeld = isHeld;
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
        throws Exception {
      if (isHeld.test(permission)) {
        super.serializeAsProperty(bean, json, context);
      }
    }
  }
}
