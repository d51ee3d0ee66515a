/* microlora 0.1.0, MIT OR Apache-2.0 */
var e=e=>({[Symbol.toStringTag]:"kvStore",get:t=>e.get(t,"arrayBuffer"),set:(t,r)=>e.put(t,r)}),t=e=>({[Symbol.toStringTag]:"durableObjectStore",get:t=>e.get(t),set:(t,r)=>e.put(t,r)}),r=e=>e.length>80?`${e.slice(0,79)}…`:e,n=e=>r(JSON.stringify(e))
function o(e,t){let r=Array.from({length:t.length+1},(e,t)=>t)
for(let n=1;n<=e.length;n++){const o=[n]
for(let a=1;a<=t.length;a++){const s=r[a-1]+Number(e[n-1]!==t[a-1])
o.push(Math.min(s,r[a]+1,o[a-1]+1))}r=o}return r[t.length]}function a(e,t){if("string"!=typeof e||e.length>80)return""
const n=e.toLowerCase()
let a="",s=Math.floor(n.length/3)+1
for(const e of t){const t=o(n,e.toLowerCase())
t<s&&([a,s]=[e,t])}return a&&` (did you mean ${r(a)}?)`}function s(e){let t="what it threw cannot be shown"
try{t=String(e?.message||e?.name||e)}catch{}return t.length>400?`${t.slice(0,399)}…`:t}var i="files",c=e=>new Promise((t,r)=>{e.onsuccess=()=>t(e.result)
e.onerror=()=>r(e.error)}),f=(e,t,r)=>new Error(`the database ${n(e)} ${t}, so it is another program's; give indexedDBStore another name`,{cause:r})
function u(e="microlora"){let t
function r(e){t===e&&(t=void 0)}async function o(o){const a=t
if(void 0!==a)try{return await o(await a)}catch{r(a)
a.then(e=>e.close()).catch(()=>{})}const u=await(t??function(){const o=async function(e,t){let r
try{const t=indexedDB.open(e,1)
t.onupgradeneeded=()=>t.result.createObjectStore(i)
r=await c(t)}catch(t){if("VersionError"===t?.name)throw f(e,"has a later version",t)
throw new Error(`IndexedDB cannot be used here (${s(t)}); a sandboxed frame needs allow-same-origin, a browser may block it for other sites; or give another store`,{cause:t})}if(!r.objectStoreNames.contains(i)){r.close()
throw f(e,`has no object store ${n(i)}`)}r.onclose=t
r.onversionchange=()=>{t()
r.close()}
return r}(e,()=>r(o))
o.catch(()=>r(o))
return t=o}())
try{return await o(u)}catch(e){throw new Error(`IndexedDB failed${a?", also on a new connection":""} (${s(e)}); reload the page, make room if its storage is full, or give another store`,{cause:e})}}return{[Symbol.toStringTag]:"indexedDBStore",get:e=>o(t=>((e,t)=>c(e.transaction(i).objectStore(i).get(t)))(t,e)),set:(e,t)=>o(r=>function(e,t,r){const n=e.transaction(i,"readwrite",{durability:"strict"})
n.objectStore(i).put(r,t)
return new Promise((e,t)=>{n.oncomplete=()=>e()
n.onabort=()=>t(n.error??new Error("it was aborted"))})}(r,e,t))}}import{load as h,save as l}from"./safetensors.js"
var y=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class e extends Error{static[Symbol.hasInstance](t){return this===e?!0===Object(t)[y]:super[Symbol.hasInstance](t)}get[y](){return!0}constructor(e,t,r){super(t,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=e}}
function g(e,t,r){throw new LoraError(e,t,r)}var d=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),w=(Object.fromEntries([...d.keys()].map(e=>[e,void 0])),Object.fromEntries([...d.keys(),"betas"].map(e=>[e,void 0])),new Map(["sgd","momentum","adam","adamw","preconditioned"].map((e,t)=>[e,t])),
e=>Object.prototype.toString.call(e).slice(8,-1)),m=(e,t,o,a="LORA_E_TYPE")=>g(a,`${e} must be ${t}, got ${(e=>"string"==typeof e?n(e):r(Object(e)===e?w(e):String(e)))(o)}`)
function b(e){const t=e.constructor?.name
return r("string"!=typeof t||["","Object"].includes(t)?w(e):t)}function p(e,t){"function"==typeof e?.get&&"function"==typeof e.set||m("the store","an object with get(key) and set(key, bytes)",e)
"string"==typeof t&&""!==t||m("the key","a name",t)}async function $(e,t,r){try{return await r()}catch(r){return g("LORA_E_STORAGE",`${e} ${n(t)} failed: ${s(r)}`,r)}}async function v(e,t,r,n){p(e,t)
const o=l(r,n)
await $("saving",t,async()=>{if(!1===await e.set(t,o))throw new Error(`the store (${b(e)}) answered false, so nothing was saved`)})}async function O(e,t,o={}){p(e,t)
!function(e,t,n){(function(e){if(Object(e)!==e)return!1
const t=Object.getPrototypeOf(e)
return null===t||null===Object.getPrototypeOf(t)})(t)||m(`${e}: the argument`,"an object of options",t)
const o={...n}
for(const[s,i]of Object.entries(t)){Object.hasOwn(n,s)||g("LORA_E_OPTION",`${e} has no option ${r(s)}${a(s,Object.keys(n))}; it has `+Object.keys(n).join(", "))
void 0!==i&&(o[s]=i)}}("loadFrom",o,{engine:void 0,expect:void 0})
const i=await $("loading",t,async()=>{const o=await e.get(t)
return null==o?void 0:async function(e,t){const o=`the store (${b(e)})`
if(!1===t.ok)throw new Error(`${o} gave an answer with the status ${t.status}`)
let a
try{a=function(e){if(ArrayBuffer.isView(e))return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)
if(["ArrayBuffer","SharedArrayBuffer"].includes(w(e)))return new Uint8Array(e)
const t="Buffer"===e?.type?e.data:e
if(!Array.isArray(t))return
const r=Uint8Array.from(t)
return r.every((e,r)=>e===t[r])?r:void 0}("function"==typeof t.arrayBuffer?await t.arrayBuffer():t)}catch(e){throw new Error(`${o} gave bytes that cannot be read (${s(e)})`,{cause:e})}if(void 0===a)throw new Error(`${o} gave ${function(e){return"string"==typeof e?`the text ${n(e)}`:Object(e)!==e?r(`the ${typeof e} ${String(e)}`):Array.isArray(e)?"an array that is not one of whole numbers from 0 to 255":r(`an object (${w(e)}) with the keys ${Object.keys(e).slice(0,20)}`)
}(t)} instead of the bytes that were saved; give it a serializer that keeps a Uint8Array, or wrap its get and set`)
if(0===a.length)throw new Error(`${o} gave an empty ${w(t)}; a save is never empty: save again`)
return"SharedArrayBuffer"===w(a.buffer)?a.slice():a}(e,o)})
return i&&h(i,o)}export{t as durableObjectStore,u as indexedDBStore,e as kvStore,O as loadFrom,v as saveTo}

