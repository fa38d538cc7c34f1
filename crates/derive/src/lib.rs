//! The derive macro behind the table of inputs.
extern crate proc_macro;
