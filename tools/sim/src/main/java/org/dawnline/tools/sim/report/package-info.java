/** What a flight leaves behind: report.json, report.html and a short verdict. */
@NullMarked
package org.dawnline.tools.sim.report;

import org.jspecify.annotations.NullMarked;
