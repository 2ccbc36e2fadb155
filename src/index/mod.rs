//! What belongs to what in a portal, looked up once: statements by indicator, place and plan, the
//! relations of plans, corrections, conflicts and the status of each target.

mod corrections;
mod lineage;
mod portal_index;

pub use corrections::Corrected;
pub use lineage::{Lineage, parent};
pub use portal_index::PortalIndex;
