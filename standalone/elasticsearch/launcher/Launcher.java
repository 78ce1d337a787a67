import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node for as long as somebody holds it: {@code Launcher HOME RUN SETTINGS}.
 *
 * <p>RUN is the folder of the lock and of the state file; SETTINGS is a file of node settings. The
 * lock is the operating system's, so that it ends with the process however that ends.
 */
final class Launcher {
  private static final int IN_USE = 3;

  public static void main(String[] arguments) {
    try {
      run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
      System.exit(0);
    } catch (Throwable error) {
      // A node that failed half-way leaves threads behind, which would keep the process.
      error.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(Path home, Path run, Path settingsFile) throws Exception {
    FileChannel lock =
        FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) System.exit(IN_USE);
    Path state = run.resolve("running.json");
    Holders holders = Holders.listen(state);
    Settings settings = Settings.builder().loadFromPath(settingsFile).build();
    LogConfigurator.configureWithoutConfig(settings);
    LogConfigurator.configureESLogging();
    Node node = createNode(settings, home);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, state)));
    node.start();
    HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
    holders.ready("http://127.0.0.1:" + http.boundAddress().publishAddress().getPort());
    holders.awaitLast();
  }

  private static Node createNode(Settings settings, Path home) {
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            Settings.builder().put(settings).put("path.home", home).build(),
            Map.of(),
            home.resolve("config"),
            () -> "logwave");
    return new Node(
        environment,
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir()), Set.of(), Map.of(), false));
  }

  private static void close(Node node, Path state) {
    try {
      node.close();
      node.awaitClose(20, TimeUnit.SECONDS);
      Files.deleteIfExists(state);
    } catch (IOException | InterruptedException error) {
      System.err.println("Elasticsearch did not close cleanly: " + error);
    }
  }
}
