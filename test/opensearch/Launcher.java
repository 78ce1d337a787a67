import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/**
 * Runs one OpenSearch node until the process is ended: {@code Launcher HOME [SETTING=VALUE …]}.
 *
 * <p>Plugins in folders need a class loader that is not on Maven Central. The constructor that takes
 * plugins from the class path wants their classes in OpenSearch 2, and descriptions of them in 3.
 */
final class Launcher {
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Settings.Builder settings = Settings.builder().put("path.home", home);
    for (int at = 1; at < arguments.length; at += 1) {
      String[] parts = arguments[at].split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    Constructor<Node> constructor =
        Node.class.getDeclaredConstructor(Environment.class, Collection.class, boolean.class);
    constructor.setAccessible(true);
    Environment environment = new Environment(settings.build(), home.resolve("config"));
    constructor.newInstance(environment, List.of(http()), false).start();
    Thread.currentThread().join();
  }

  private static Object http() throws ClassNotFoundException {
    if (Version.CURRENT.major == 2) return Class.forName("org.opensearch.transport.Netty4Plugin");
    String name = "org.opensearch.transport.Netty4ModulePlugin";
    return new PluginInfo(
        name, "HTTP", "1", Version.CURRENT, "21", name, null, List.<String>of(), false);
  }
}
