//! (finance)
