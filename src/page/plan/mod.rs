//! The page of a plan: its text, its place among other documents, how much of it is proven.

pub mod bilingual;
pub mod clause_labels;
pub mod coverage;
pub mod lineage;
pub mod marks;
pub mod original;
pub mod quote;
pub mod table;
pub mod text;
pub mod view;
