/** The containers that hold content, and nothing else: standard JWE, exactly the algorithms of DESIGN 3. */
@NullMarked
package org.ovoz.contracts.sealing;

import org.jspecify.annotations.NullMarked;
