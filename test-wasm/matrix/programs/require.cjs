// The same by require() of the ES modules.
const microlora = require('microlora');
const files = require('microlora/safetensors');
const scalar = require('microlora/scalar');
const small = require('microlora/small');
const smallScalar = require('microlora/small/scalar');
const { check, withEntry } = require('./check.js');

check({ full: withEntry(microlora, scalar), small: withEntry(small, smallScalar) }, files).then(
  (outcome) => console.log(JSON.stringify(outcome)),
);
