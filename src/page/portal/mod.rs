//! The pages of the portal itself: home, search, contact, glossary, data and prose.

pub mod contact;
pub mod glossary;
pub mod home;
pub mod prose;
pub mod search;
