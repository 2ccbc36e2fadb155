//! Reports on the whole portal: due targets, evidence, contradictions, corrections.

pub mod conflicts;
pub mod corrections;
pub mod due;
pub mod evidence;
