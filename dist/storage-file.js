/* microlora 0.1.0, MIT OR Apache-2.0 */
import{mkdir as t,open as e,readFile as o,rename as r,rm as n}from"node:fs/promises"
import{join as a}from"node:path"
import{Buffer as c}from"node:buffer"
import{createHash as i}from"node:crypto"
var s=/^(con|prn|aux|nul|com\d|lpt\d)(?![^.])/,f=t=>function(t){const e=t.codePointAt(0)
return e>=55296&&e<=57343?c.of(224|e>>12,128|e>>6&63,128|63&e):c.from(t)}(t).toString("hex").replace(/../g,"%$&")
import{createHash as m,randomBytes as u,randomUUID as p}from"node:crypto"
import{readlinkSync as d}from"node:fs"
import{lstat as h,readdir as l,rm as w}from"node:fs/promises"
import{hostname as y}from"node:os"
import{join as g}from"node:path"
import $ from"node:process"
var v,x=/\.safetensors\.([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/,S=t=>{const{permissions:e}=globalThis.Deno??{}
return void 0===e||"granted"===e.querySync(t).state},b=()=>v??=m("sha256").update(function(){if(!S({name:"sys",kind:"hostname"}))return p()
let t=""
try{S({name:"read"})&&(t=d("/proc/self/ns/pid"))}catch{}return`${y()} ${t}`}()).digest("hex").slice(0,8)
function D(t){try{S({name:"run"})&&$.kill(t,0)
return!0}catch(t){return"ESRCH"!==t.code}}var E=t=>"ENOENT"===t.code
function N(c){const m=t=>a(c,function(t){const e=t.replace(/[^a-z0-9_.-]/gu,f).replace(s,t=>f(t[0])+t.slice(1))
return e.length<=80?`${e}.safetensors`:`${e.slice(0,16).replace(/%.?$/,"")}~${i("sha256").update(e).digest("hex")}.safetensors`}(t))
let p=Promise.resolve(),d=0
async function y(o,a){await t(c,{recursive:!0})
const i=(t=>`${t}.${b()}-${$.pid}-${u(6).toString("hex")}.tmp`)(o)
try{const t=await e(i,"wx")
try{await t.writeFile(a)
await t.sync()}finally{await t.close()}await r(i,o)}catch(t){await n(i,{force:!0}).catch(()=>{})
throw t}}return{[Symbol.toStringTag]:"fileStore",async get(t){try{return await o(m(t))}catch(t){if(E(t))return
throw t}},set(t,o){const r=p.then(()=>async function(t,o){await async function(){if(Date.now()<d)return
const t=await async function(t){const e=await l(t)
for(const o of e){const[,e,r]=x.exec(o)??[]
if(void 0===e)continue
const n=g(t,o)
try{(e===b()&&!D(Number(r))||Date.now()-(await h(n)).mtimeMs>36e5)&&await w(n)}catch{}}return e.length}(c).catch(()=>0)
d=t>1e3?Date.now()+6e4:0}()
try{await y(t,o)}catch(e){if(!E(e))throw e
await y(t,o)}await async function(t){const o=await e(t,"r").catch(()=>{})
if(void 0!==o)try{await o.sync().catch(()=>{})}finally{await o.close()}}(c)}(m(t),o))
p=r.catch(()=>{})
return r}}}export{N as fileStore}

