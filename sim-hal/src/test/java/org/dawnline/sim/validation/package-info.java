/** Every model beside published or independent values: what `docs/validation.md` is made from. */
@NullMarked
package org.dawnline.sim.validation;

import org.jspecify.annotations.NullMarked;
