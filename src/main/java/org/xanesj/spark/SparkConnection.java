// SPDX-License-Identifier: GPL-3.0-or-later
package org.xanesj.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.xanesj.stack.InputException;

/** Connects to Spark: to a cluster, or to threads of this machine. */
final class SparkConnection {

	private SparkConnection() {}

	/**
	 * @param master such as {@code local[*]} or {@code spark://host:7077}; what spark-submit says comes first, as do all
	 *          other settings of Spark's that it, or Java's options (-Dspark.…), make
	 * @throws InputException when there is no such master
	 */
	static JavaSparkContext open(final String master) {
		final SparkConf conf = new SparkConf();
		conf.setIfMissing("spark.master", master);
		conf.setIfMissing("spark.app.name", "XanesJ");
		conf.setIfMissing("spark.ui.showConsoleProgress", "false"); // ours is shown
		if (conf.get("spark.master").startsWith("local")) {
			conf.setIfMissing("spark.ui.enabled", "false"); // a web page
			conf.setIfMissing("spark.task.maxDirectResultSize", "64m"); // more would take the way over the network
			conf.setIfMissing("spark.driver.host", "localhost"); // nobody else has to reach it
			conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
		}
		try {
			return new JavaSparkContext(conf);
		}
		catch (final Exception e) { // Scala's, which Java does not see coming
			throw new InputException("master=" + conf.get("spark.master") + " cannot be used: " + String.valueOf(e
				.getMessage()).lines().findFirst().orElse(""),
				"Use local[*], local[N] for N threads, or the address of a cluster, such as spark://host:7077.", e);
		}
	}
}
