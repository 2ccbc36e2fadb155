//! The page of corrections, newest first.

use serde::Serialize;

use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::correction::{CorrectionView, correction};
use crate::portal::Portal;

#[derive(Debug, Serialize)]
pub struct CorrectionsView<'portal> {
    /// Newest first.
    pub corrections: Vec<CorrectionView<'portal>>,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> CorrectionsView<'portal> {
    CorrectionsView {
        corrections: index
            .corrections()
            .iter()
            .map(|&corrected| correction(portal, corrected, language, path))
            .collect(),
    }
}
