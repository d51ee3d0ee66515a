/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},e=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](n){return this===t?!0===Object(n)[e]:super[Symbol.hasInstance](n)}get[e](){return!0}constructor(t,e,n){super(e,void 0===n?{}:{cause:n})
this.name="LoraError"
this.code=t}}
function n(t,e,n){throw new LoraError(t,e,n)}var o=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),r=(Object.fromEntries([...o.keys()].map(t=>[t,void 0])),Object.fromEntries([...o.keys(),"betas"].map(t=>[t,void 0])),t=>t.length>80?`${t.slice(0,79)}…`:t),s=t=>r(JSON.stringify(t))
function a(t,e){let n=Array.from({length:e.length+1},(t,e)=>e)
for(let o=1;o<=t.length;o++){const r=[o]
for(let s=1;s<=e.length;s++){const a=n[s-1]+Number(t[o-1]!==e[s-1])
r.push(Math.min(a,n[s]+1,r[s-1]+1))}n=r}return n[e.length]}function i(t,e){if("string"!=typeof t||t.length>80)return""
const n=t.toLowerCase()
let o="",s=Math.floor(n.length/3)+1
for(const t of e){const e=a(n,t.toLowerCase())
e<s&&([o,s]=[t,e])}return o&&` (did you mean ${r(o)}?)`}function c(t){const e=encodeURIComponent(t).replace(/%(..)/g,(t,e)=>String.fromCharCode(parseInt(e,16)))
return Uint8Array.from(e,t=>t.charCodeAt(0))}function f(t){let e=""
for(let n=0;n<t.length;n+=8192)e+=String.fromCharCode(...t.subarray(n,n+8192))
const n=t=>`%${t.charCodeAt(0).toString(16)}`
try{return decodeURIComponent(e.replace(/[%\x80-\xff]/g,n))}catch(t){if("URIError"!==t.name)throw t
return}}var l=t=>Object.prototype.toString.call(t).slice(8,-1),u=t=>"string"==typeof t?s(t):r(Object(t)===t?l(t):String(t)),h=(t,e,o,r="LORA_E_TYPE")=>n(r,`${t} must be ${e}, got ${u(o)}`)
function d(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function p(t,e,o){d(e)||h(`${t}: the argument`,"an object of options",e)
const s={...o}
for(const[a,c]of Object.entries(e)){Object.hasOwn(o,a)||n("LORA_E_OPTION",`${t} has no option ${r(a)}${i(a,Object.keys(o))}; it has `+Object.keys(o).join(", "))
void 0!==c&&(s[a]=c)}return s}var m=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function g(t){let e
const n=t?.[m]
"function"==typeof n&&n(t=>e=t)
return e}var b=globalThis,_=["A","B","momentA","momentB","squaresA","squaresB","waitingA","waitingB"],y=_.indexOf("waitingA"),$="numbers",O="forward",w=["learningRate","weightDecay","clipNorm","ratio","beta1","beta2","epsilon","maxDeltaNorm","decayToBase","explore"],A=[["input","inputs","in"],["output","outputs","out"],["gradient","gradients","out"]]
function v(t){if(!("scopes"in t))return[""]
const e=Object.values(t.categories).filter(t=>t.length>0)
return[...t.scopes.map(t=>`scopes.${t}.`),...e.map((t,e)=>`categories.${e}.`)]}var E=(t,e)=>[t.rank,e%2==0?t.in:t.out]
function j(t,e){t.p()
const{buffer:n,byteOffset:o}=t.f
return new Float64Array(n,o,e)}var k=(t,e)=>n("LORA_E_FILE",t,e)
function L(t,e){try{return e()}catch(e){if(!(e instanceof LoraError))throw e
return k(`${t}: ${e.message}`,e)}}function R(t,e,n){const o=8===n.BYTES_PER_ELEMENT?"F64":4===n.BYTES_PER_ELEMENT?"F32":2===n.BYTES_PER_ELEMENT?"F16":"U8",{buffer:r,byteOffset:s,byteLength:a}=n
return{name:t,dtype:o,shape:e,bytes:new Uint8Array(r,s,a)}}var F=({bytes:t})=>t.slice().buffer,M=t=>new Float32Array(F(t)),x=t=>new Float64Array(F(t)),N={F32:M,F16:t=>Float32Array.from(new Uint16Array(F(t)),P),BF16:t=>new Float32Array(Uint32Array.from(new Uint16Array(F(t)),t=>t<<16).buffer)},S=Object.keys(N)
function I(t){const e=N[t.dtype](t),n=e.findIndex(t=>!Number.isFinite(t))
n>=0&&k(`tensor ${s(t.name)}: number ${n} is ${e[n]}`)
return e}function P(t){const e=32768&t?-1:1,n=t>>10&31,o=1023&t
return 31===n?0===o?e*(1/0):NaN:0===n?e*o*2**-24:e*(1+o*2**-10)*2**(n-15)}var T=[[/^version https:\/\/git-lfs/,"a Git LFS pointer and not the file itself; run git lfs pull"],[/^(\xef\xbb\xbf|\ufeff)?\s*<[!?a-z]/i,"an HTML or XML page; the download went wrong"],[/^PK\x03\x04/,"a zip archive, such as torch.save writes"],[/^\x80[\x02-\x05]/,"a pickle, such as torch.save writes"]]
function B(t){const e="string"==typeof t?t.slice(0,64):String.fromCharCode(...t.subarray(0,64)),[,n]=T.find(([t])=>t.test(e))??[]
return n}function U(t,e,n=/* @__PURE__ */new Map){let o
try{o=JSON.parse(e)}catch(e){k(`${t} is not JSON: ${r(e.message)}`,e)}!function(t,e,n){const o=[]
let r="",a=-1
const i=/\s*:/y
for(const{0:c,index:f}of e.matchAll(/\\.|["{}]/g))if('"'===c&&a<0)a=f
else if('"'===c){const n=e.slice(a,f+1)
a=-1
i.lastIndex=f+1
if(!i.test(e))continue
const c=JSON.parse(n),l=o[o.length-1]
l.has(c)&&k(`${t} has the key ${s(c)} twice`)
l.add(c)
1===o.length&&(r=c)}else{if(a>=0)continue
if("{"===c)o.push(/* @__PURE__ */new Set)
else{const t=o.pop()
1===o.length&&n.set(r,[...t])}}}(t,e,n)
return o}var C=t=>Object(t)===t&&!Array.isArray(t),z="{".charCodeAt(0),D="__metadata__",J=["dtype","shape","data_offsets"],Y=new Map(Object.entries({F4:4,F6_E2M3:6,F6_E3M2:6,BOOL:8,U8:8,I8:8,F8_E5M2:8,F8_E4M3:8,F8_E8M0:8,F8_E5M2FNUZ:8,F8_E4M3FNUZ:8,I16:16,U16:16,F16:16,BF16:16,I32:32,U32:32,F32:32,C64:64,F64:64,I64:64,U64:64})),q=t=>Y.get(t)??0
function W(t,e){const n=(t,e)=>t<e?-1:1,o=[...t].sort((t,e)=>q(e.dtype)-q(t.dtype)||n(t.name,e.name))
let r=0
const s=o.map(({name:t,dtype:e,shape:n,bytes:o})=>[t,{dtype:e,shape:n,data_offsets:[r,r+=o.length]}]),a=Object.fromEntries([...e].sort(([t],[e])=>n(t,e))),i={[D]:a,...Object.fromEntries(s)},f=c(JSON.stringify(i)),l=8*Math.ceil(f.length/8),u=new Uint8Array(8+l+r).fill(32,8,8+l)
new DataView(u.buffer).setUint32(0,l,!0)
u.set(f,8)
let h=8+l
for(const{bytes:t}of o){u.set(t,h)
h+=t.length}return u}function G(t,e){const n=ArrayBuffer.isView(e),o=n?e.buffer:e,r="SharedArrayBuffer"===l(o)
r||"ArrayBuffer"===l(o)||h(t,"a Uint8Array or an ArrayBuffer",e)
const s=n?new Uint8Array(o,e.byteOffset,e.byteLength):new Uint8Array(o)
return r?s.slice():s}function H(t){const e=t[8]===z?void 0:B(t)
void 0!==e&&k(`not a safetensors file: it is ${e}`)
t.length<8&&k(`a safetensors file has at least 8 bytes, this one has ${t.length}`)
const n=new DataView(t.buffer,t.byteOffset,8),o=n.getUint32(0,!0)+2**32*n.getUint32(4,!0)
o>1e8&&k(`not a safetensors file: its header would have ${o} bytes, above 100000000`)
const r=8+o
r>t.length&&k(`the file is cut: its header ends at byte ${r}, and there are ${t.length}`)
const a=function(t){const e=f(t)??k("the header is not UTF-8")
e.startsWith("{")||k("the header does not begin with {")
return U("the header",e)}(t.subarray(8,r)),i=function(t){const e=Object.hasOwn(t,D)?t[D]:null
if(null===e)/* @__PURE__ */return new Map
C(e)||k(`${D} is not an object`)
const n=Object.entries(e)
for(const[t,e]of n)"string"!=typeof e&&k(`${D}: ${s(t)} is not a string`)
return new Map(n)}(a),c=Object.entries(a).filter(([t])=>t!==D).map(([e,n])=>{const{dtype:o,shape:a,begin:i,end:c}=function(t,e,n){const o=`tensor ${s(t)}`
C(e)||k(`${o} is not an object`)
for(const t of J)Object.hasOwn(e,t)||k(`${o} has no ${t}`)
const{dtype:r,shape:a,data_offsets:i}=e
"string"!=typeof r&&k(`${o}: its dtype is not a string`)
Array.isArray(a)&&a.every(Z)||k(`${o}: its shape is no shape`)
Array.isArray(i)&&2===i.length&&i.every(Z)||k(`${o}: its data_offsets are not two positions`)
let c=q(r)||1
for(const t of a){c*=t
Number.isSafeInteger(c)||k(`${o}: its shape overflows`)}const[f,l]=i
l>n&&k(`${o} ends at byte ${l} of the data, which has ${n}`)
const u=l-f
u<0&&k(`${o} ends at byte ${l} of the data, before it begins at ${f}`)
Y.has(r)&&c!==8*u&&k(`${o} takes ${c/8} bytes by its shape, and ${u} by its data_offsets`)
return{dtype:r,shape:a,begin:f,end:l}}(e,n,t.length-r)
return[i,c,{name:e,dtype:o,shape:a,bytes:t.subarray(r+i,r+c)}]})
c.sort(([t,e],[n,o])=>t-n||e-o)
let l=0
for(const[t,e,{name:n}]of c){t!==l&&k(`tensor ${s(n)} begins at byte ${t} of the data, not at ${l}`)
l=e}r+l!==t.length&&k(`the tensors end at byte ${r+l}, the file at ${t.length}`)
return{metadata:i,tensors:new Map(c.map(([,,t])=>[t.name,t]))}}var K,Z=t=>Number.isSafeInteger(t)&&t>=0,V="microlora.",X="format",Q=`${V}checksum`,tt="00000000",et=["MicroLoRA","ScopedLoRA","TrajectoryBuffer"]
function nt(t){const e=c(`"${Q}":"`)
for(let n=t.indexOf(e[0]);n>=0;n=t.indexOf(e[0],n+1))if(e.every((e,o)=>t[n+o]===e))return n+e.length
return-1}var ot=(t,e)=>function(t){K??=Int32Array.from({length:256},(t,e)=>{let n=e
for(let t=0;t<8;t++)n=n>>>1^(1&n?3988292384:0)
return n})
let e=-1
for(const n of t)for(let t=0;t<n.length;t++)e=K[255&(e^n[t])]^e>>>8
return(~e>>>0).toString(16).padStart(8,"0")}([t.subarray(0,e),c(tt),t.subarray(e+8)])
function rt(t,e,n,o){const r=Object.entries({version:String(1),kind:t,...e,checksum:tt}),s=W(o,[[X,"pt"],...r.map(([t,e])=>[V+t,e]),...n]),a=nt(s)
s.set(c(ot(s,a)),a)
return s}function st(t){const{metadata:e,tensors:n}=H(t),o=e.get(`${V}version`),s=t=>e.get(V+t)??k(`the metadata has no ${V}${t}`),a=[...e].filter(([t])=>!at(t))
if(void 0===o)return{kind:void 0,strings:a,tensors:n,part:s}
o!==String(1)&&k(`written by another version of microlora, in format ${r(o)}; this one reads 1`)
const i=s("checksum"),c=nt(t),f=c<0?void 0:ot(t,c)
i!==f&&k(`the file is damaged: its checksum is ${f??"not found"}, it says ${r(i)}`)
const l=et.find(t=>t===s("kind"))
void 0===l&&k(`there is no kind ${r(s("kind"))} of object`)
return{kind:l,strings:a,tensors:n,part:s}}var at=t=>t===X||t.startsWith(V)
function it(t,e){return Object.entries(e).map(([e,o])=>{"string"!=typeof o&&n("LORA_E_TYPE",`${t}: ${s(e)} must be a string, got ${typeof o}`)
at(e)&&n("LORA_E_OPTION",`${t}: ${s(e)} is a name of the file's own; choose another`)
ct(t,e)
ct(t,o)
return[e,o]})}function ct(t,e){/\p{Surrogate}/u.test(e)&&n("LORA_E_OPTION",`${t}: ${s(e)} is not well-formed text`)}var ft={d:t=>/\p{Nd}/u.test(t),s:t=>/[\s\x1c-\x1f\x85]/.test(t)&&"\ufeff"!==t,w:t=>/[\p{L}\p{N}_]/u.test(t)},lt=t=>void 0!==t&&ft.w(t),ut=(t,e)=>lt(t[e-1])!==lt(t[e]),ht={"^":(t,e)=>0===e,"\\A":(t,e)=>0===e,"\\Z":(t,e)=>e===t.length,$:(t,e)=>e===t.length||e===t.length-1&&"\n"===t[e],"\\b":ut,"\\B":(t,e)=>!ut(t,e)
},dt=t=>t.codePointAt(0),pt="adapter_config.json",mt="adapter_model.safetensors",gt="base_model.model.",bt=[".lora_A.weight",".lora_B.weight"],_t=["auto_mapping","base_model_name_or_path","revision","task_type","peft_version","inference_mode","runtime_config","megatron_core","merge_weights","fan_in_fan_out","target_modules","exclude_modules","layers_to_transform","layers_pattern","lora_dropout","eva_config","corda_config","loftq_config","lora_ga_config","bias","modules_to_save","trainable_token_indices","ensure_weight_tying","qalora_group_size"],yt=["peft_type","r","lora_alpha","use_rslora","rank_pattern","alpha_pattern","init_lora_weights"],$t=[!0,!1,null,"gaussian","eva","orthogonal","mica"],Ot=/^(pissa|olora|corda|loftq|lora_ga)/,wt=t=>r(String(JSON.stringify(t))),At=t=>null===t||!1===t||Array.isArray(t)&&0===t.length,vt=t=>Number.isInteger(t)&&t>0
function Et({name:t,entries:e,compiled:n},o,r){const a=[...o],[,i]=e.find(([e])=>(e=>L(`${pt}: the pattern ${s(e)} in ${t}`,()=>{const t=n.get(e)??function(t){const e=[{to:[]},{holds:ht.$,to:[0]}],n=t.length<2e4?function(t,e){let n=0,o=!1
const r=/* @__PURE__ */new Set,s=()=>k(`what begins at its character ${n+1} is not supported`),a=e=>{e.lastIndex=n
const o=e.exec(t)
n+=null===o?0:o[0].length
return o},i=t=>o?(t=>e=>{const n=e.toUpperCase()
return[e,e.toLowerCase(),n,n.toLowerCase()].some(n=>n.length<=e.length&&t(n))})(t):t,c=t=>n=>e({takes:t,to:[n]})
function f(t){t>100&&s()
const n=[l(t)]
for(;a(/\|/y);)n.push(l(t))
return t=>e({to:n.map(e=>e(t))})}function l(o){const r=[]
for(;n<t.length&&"|"!==t[n]&&")"!==t[n];){const t=a(/\\[AZbB]|[$^]/y),n=null===t?void 0:ht[t[0]]
r.push(void 0===n?p(u(o)):t=>e({holds:n,to:[t]}))}return t=>r.reduceRight((t,e)=>e(t),t)}function u(t){void 0!==d()&&s()
if(a(/\./y))return c(t=>"\n"!==t)
if(a(/\[/y))return c(function(){const t=null!==a(/\^/y),e=[]
do{const{takes:t,char:n}=h(/\\[^a-z\d]|[^\\]/isuy)
if(!a(/-(?!\])/y)){e.push(t)
continue}const{char:o}=h(/\\[^a-z\d]|[^\\]/isuy);(void 0===n||void 0===o||dt(n)>dt(o))&&s()
e.push(t=>dt(t)>=dt(n)&&dt(t)<=dt(o))}while(!a(/\]/y))
const n=i(t=>e.some(e=>e(t)))
return e=>n(e)!==t}())
const e=a(/\((?:\?P<([^\W\d]\w*)>|\?:|\?(i):|(?!\?))/y)
if(null===e)return c(i(h(/\\[^a-z\d]|[^\\()[]/isuy).takes))
const[,n,l]=e
void 0!==n&&r.size===r.add(n).size&&s()
const u=o
o||=void 0!==l
const p=f(t+1)
a(/\)/y)||s()
o=u
return p}function h(t){const[,e]=a(/\\([dsw])/iy)??[]
if(void 0!==e){const t=ft[e.toLowerCase()]
return{takes:e in ft?t:e=>!t(e)}}const[n]=a(t)??s(),[o]=[...n].slice(-1)
return{takes:t=>t===o,char:o}}function d(){const t=a(/[*+?]|\{(?!\})(\d*)(,?)(\d*)\}/y)
if(null===t)return
const[e,n="",o,r]=t,s="+"===e?1:Number(n)
return"?"===e?[0,1]:[s,""===o&&""===r?s:Number(r||1/0)]}function p(t){const n=d()
if(void 0===n)return t
const[o,r]=n
a(/\?/y);(r<o||void 0!==d())&&s()
return n=>{let s=n
if(r===1/0){const o=[n]
s=e({to:o})
o.push(t(s))}else for(let a=o;a<r;a++)s=e({to:[t(s),n]})
for(let e=0;e<o;e++)s=t(s)
return s}}const m=f(0)
n<t.length&&s()
return m}(t,t=>e.length<2e4?e.push(t)-1:k("it is too large"))(1):k("it is too large"),o=new Float64Array(e.length)
let r=0
return t=>{t.length*e.length>2e7&&k("it is too large for so long a name")
const s=t.indexOf("\n")
let a=[]
for(let i=0;i<=t.length;i++){(0===i||"."===t[i-1]&&(s<0||i<=s))&&a.push(n)
r++
const c=[]
for(;a.length>0;){const n=a.pop()
if(0===n)return!0
if(o[n]===r)continue
o[n]=r
const{takes:s,holds:f,to:l}=e[n]
void 0===s?(void 0===f||f(t,i))&&a.push(...l):i<t.length&&s(t[i])&&c.push(...l)}a=c}return!1}}(e)
n.set(e,t)
return t(a)}))(e))??e.find(([t])=>t===o)??[o,r]
return i}function jt({part:t},e,n){const o=U(`microlora.${e}`,t(e))
kt(`microlora.${e}`,o,n,n.length)
return o}function kt(t,e,n,o){C(e)||k(`${t} is not an object`)
const r=Object.keys(e)
for(const e of r)n.includes(e)||k(`${t} has ${s(e)}, which is unknown`)
r.length<o&&k(`${t} must have ${n.join(", ")}`)}var Lt=["embedding","operator","attention"],Rt=["executionMs","baselineMs"],Ft=["capacity","dim","operators","length","totalCount"]
function Mt(t,e={}){const n=p("save",e,{metadata:{}})
d(n.metadata)||h("save: metadata","an object of strings",n.metadata)
const o=it("save: metadata",n.metadata),r=g(t)?.e??t,s=g(r),a=et.find(t=>t===s?.h)??h("save: the object",`a ${et.join(", ")} of this release`,t)
if("TrajectoryBuffer"===a)return rt(a,function(t){const{capacity:e,dim:n,operators:o,length:r,totalCount:s}=t
return{object:JSON.stringify({capacity:e,dim:n,operators:o,length:r,totalCount:s})}}(r),o,function(t){const e=[...t],n=new Float32Array(e.length*t.dim)
e.forEach(({embedding:e},o)=>n.set(e,o*t.dim))
const[o,...r]=Lt
return[R(o,[e.length,t.dim],n),...r.map(t=>R(t,[e.length],Uint8Array.from(e,e=>e[t]))),...Rt.map(t=>R(t,[e.length],Float64Array.from(e,e=>e[t])))]}(r))
const i=s
i.K()
return rt(a,function(t){const{in:e,out:n,rank:o,residual:r,optimizer:s,seed:a,batch:i,sharedIO:c}=t,f="scopes"in t?{scopes:t.scopes,categories:t.categories,categoryFallback:t.categoryFallback}:{},l={in:e,out:n,rank:o,residual:r,optimizer:s,seed:a,batch:i,sharedIO:c,rows:t.t}
return{object:JSON.stringify({...l,...f}),options:(u=xt(t),JSON.stringify(u,(t,e)=>Object.is(e,-0)?"-0":e).replaceAll('"-0"',"-0"))}
var u}(i),o,function(t){const e=[]
v(t).forEach((n,o)=>{ct("save: the name of a scope",n)
_.forEach((r,s)=>{const a=St(t,o,s)
void 0!==a&&e.push(R(n+r,E(t,s),a))})
e.push(Nt(n+$,t,t.a("read_numbers",o)))})
e.push(Nt(O,t,t.a("read_forward")))
for(const[n,o,r]of A){const s=t[o],a=1+s.findLastIndex(t=>t.some(t=>!Object.is(t,0)))
if(0===a)continue
const i=new Float32Array(a*t[r])
for(let e=0;e<a;e++)i.set(s[e],e*t[r])
e.push(R(n,[a,t[r]],i))}return e}(i))}function xt(t){const e=e=>w.map((n,o)=>t.a("option",e,o)),n=e(0),o=v(t).map((t,o)=>{const r=e(o),s=w.map((t,e)=>[t,r[e]])
return[t,Object.fromEntries(s.filter(([,t],e)=>!Object.is(t,n[e])))]})
return{all:{alpha:t.alpha,...Object.fromEntries(w.map((t,e)=>[t,n[e]]))},others:Object.fromEntries(o.filter(([,t])=>Object.keys(t).length>0))}}var Nt=(t,e,n)=>R(t,[n],j(e.c,n).slice())
function St(e,n,o){const{c:r,d:s}=e,[a,i]=E(e,o),c=new Float32Array(a*i)
for(let e=0;e<a;e++){if(r.b.lora_read_row(s,n,o,e)===t.LORA_E_STATE)return
c.set(r.f.subarray(0,i),e*i)}return c}function It(t,e){const o=p("exportPeft",e,{module:void 0,baseModel:null,dtype:"F32"}),{module:r,baseModel:s}=o
"string"==typeof r&&""!==r||h("exportPeft: module","the module's name in the base model, as query",r)
null!==s&&"string"!=typeof s&&h("exportPeft: baseModel","a name or path",s)
const a=1===function(t,e,o){const r=o.indexOf(e)
r<0&&n("LORA_E_OPTION",`exportPeft: dtype must be one of ${o.join(", ")}, got ${u(e)}`+i(e,o))
return r}(0,o.dtype,["F32","F16"]),c=g(g(t)?.e??t)
void 0===c?.m&&h("exportPeft: the adapter","a MicroLoRA or a ScopedLoRA of this release",t)
const f=c
f.K()
const l=function(t,e){if(!("scopes"in t))return[[e,0]]
const n=Object.values(t.categories).filter(t=>t.length>0)
return t.scopes.map((o,r)=>{const s=1!==j(t.c,t.a("read_numbers",r))[4]&&t.categoryFallback?n.findIndex(t=>t.includes(o)):-1
return[`${e}.${o}`,s<0?r:t.scopes.length+s]})}(f,r),d=l.flatMap(([t,e])=>{ct("exportPeft: module",t)
return bt.map((o,r)=>function(t,e,o,r,s){const{rank:a,in:i,out:c}=t
let f=St(t,e,o)
if(1===o){const t=f
f=t.map((e,n)=>t[n%a*c+Math.floor(n/a)])}return R(r,1===o?[c,a]:[a,i],s?((t,e)=>Uint16Array.from(e,e=>{const o=Math.abs(e),r=e<0||Object.is(e,-0)?32768:0,s=Math.max(Math.floor(Math.log2(o)),-14),a=function(t){const e=Math.floor(t),n=t-e
return n>.5||.5===n&&e%2==1?e+1:e}(o*2**(10-s)),i=0===o?0:a+(s+14<<10)
i>=31744&&n("LORA_E_RANGE",`${t}: ${e} is too large for F16; use F32`)
return r|i}))(`exportPeft: ${r}`,f):f)}(f,e,r,gt+t+o,a))})
return{[pt]:Pt(f,l.map(([t])=>t),s),[mt]:W(d,[["format","pt"]])}}function Pt({alpha:t,rank:e},n,o){const r={alpha_pattern:{},base_model_name_or_path:o,bias:"none",fan_in_fan_out:!1,inference_mode:!0,lora_alpha:Tt(t,e),peft_type:"LORA",r:e,rank_pattern:{},target_modules:n,task_type:null,use_dora:!1,use_rslora:!1}
return`${JSON.stringify(r,null,2)}\n`}function Tt(t,e){const n=t*e,[o]=new BigInt64Array(Float64Array.of(n).buffer),r=new Float64Array(BigInt64Array.of(o,o+1n,o-1n).buffer).filter(n=>Math.fround(n/e)===Math.fround(t))
return r.find(n=>n/e===t)??r[0]??n}
var Bt="its own weights were saved, not only an adapter",Ut=[[/\.lora_magnitude_vector(\.weight)?$/,"DoRA needs the weights of the base model"],[/\.lora_embedding_[AB]$/,"it adapts an embedding, which multiplies nothing"],[/\.lora_[AB]\.bias$/,"A or B has a bias"],[/\.lora_(magnitude_vector|(embedding_)?[AB])\.[^.]+(\.weight|\.bias)?$/,"its names have the adapter's name in them; save it with save_pretrained"],[/\.lora_[^.]+(\.[^.]+)?$/,"it has more than an A and a B"],[/(\.token_adapter)?\.trainable_tokens_[^.]+(\.[^.]+)?$/,"some of its tokens were trained"],[/\.modules_to_save\..+$/,Bt],[/(\.base_layer)?\.weight$/,Bt],[/(\.base_layer)?\.bias$/,"its bias in the base model was trained"],[/\.[^.]+$|$/,"it has no A and B of LoRA"]]
function Ct(t,e){for(let n=t.lastIndexOf(".");n>0;n=t.lastIndexOf(".",n-1))if(e.has(t.slice(0,n)))return t.slice(0,n)}function zt(t,e,{factors:n,reason:o}){void 0!==o&&k(o)
const[s,a]=bt.map((t,e)=>{const o=t.slice(1),s=n[e]??k(`it has no ${o}`),{dtype:a,shape:i}=s
S.includes(a)||k(`its ${o} is ${r(a)}; ${S.join(", ")} can be read`)
2!==i.length&&k(`its ${o} has ${i.length} dimensions; only linear layers, with 2, are read`)
return s}),{rank:i,alpha:c}=function({r:t,lora_alpha:e,use_rslora:n,ranks:o,alphas:r},s){const a=Et(o,s,t),i=Et(r,s,e)
vt(a)||k(`${pt}: its rank is ${wt(a)}`)
Number.isFinite(i)||k(`${pt}: its alpha is ${wt(i)}`)
return{rank:a,alpha:i/(n?Math.sqrt(a):a)}}(t,e),f={module:e,in:s.shape[1],out:a.shape[0],rank:i,alpha:c};[s.shape[0],a.shape[1]].forEach((t,e)=>{if(t===i)return
const n=[s,a][e].shape.join()
k(`its ${bt[e].slice(1)} is [${n}], but ${pt} says rank ${i}`)})
for(const[t,e,n]of[["rank",i,64],["in",f.in,16384],["out",f.out,16384]])(e<1||e>n)&&k(`its ${t} is ${e}; an adapter has 1 to ${n}`)
Number.isFinite(Math.fround(c))||k(`its alpha, ${c}, is too large`)
return{...f,A:s,B:a}}function Dt(t,e){const o=e??b[m]??n("LORA_E_INIT","call `await init()` (or initSync()) first"),r=g(o)?.ia
void 0===r&&n("LORA_E_OPTION",`${t}: engine must come from init or createEngine of this release`)
return(t,e)=>new(r.get(t))({...e,engine:o})}var Jt=["dim","in","out","rank","alpha"]
function Yt(t,e={}){d(t)||h("importPeft: files",`an object of ${pt} and ${mt}`,t)
d(e)||h("importPeft: the options","an object",e)
const{module:o,residual:a,engine:i,...c}=e
for(const t of Jt)void 0!==c[t]&&n("LORA_E_OPTION",`importPeft: the files say ${t}`)
const l=function(t){const e=/* @__PURE__ */new Map,n=U(pt,t,e)
C(n)||k(`${pt} is not an object`)
const o=n,s=(t,e)=>Object.hasOwn(o,t)?o[t]:e,a=(t,e)=>k(`${pt}: ${r(t)} is ${wt(s(t,void 0))}; ${e}`)
"LORA"!==s("peft_type",void 0)&&a("peft_type",'only "LORA" is read')
for(const t of Object.keys(o))_t.includes(t)||yt.includes(t)||At(o[t])||a(t,"with it A and B may mean something else than in plain LoRA; merge or convert it in Python")
const i=s("init_lora_weights",!0)
Ot.test(i)&&a("init_lora_weights","this also changes the base model; save it in Python with path_initial_model_for_weight_conversion")
$t.includes(i)||a("init_lora_weights","this is not known")
const c=s("r",8)
vt(c)||a("r","it must be a whole number above 0")
const f=s("lora_alpha",8)
Number.isFinite(f)||a("lora_alpha","it must be a number")
const l=s("use_rslora",!1)??!1
"boolean"!=typeof l&&a("use_rslora","it must be true or false")
const[u,h]=["rank_pattern","alpha_pattern"].map(t=>{const n=s(t,null)??{}
C(n)||a(t,"it must be an object")
return{name:t,entries:(e.get(t)??[]).map(t=>[t,n[t]]),compiled:/* @__PURE__ */new Map}})
return{r:c,lora_alpha:f,use_rslora:l,ranks:u,alphas:h}}(function(t){const e="string"==typeof t?t:G(`importPeft: ${pt}`,t),n=B(e)
void 0!==n&&k(`${pt} is ${n}`)
const o="string"==typeof e?e:f(e)
void 0===o&&k(`${pt} is not UTF-8`)
return o.replace(/^\ufeff/,"")}(qt(t,pt))),u=function(t){const e=/* @__PURE__ */new Map,n=t=>{const n=e.get(t)??{factors:[],rule:Ut.length,reason:void 0}
e.set(t,n)
return n},o=[]
for(const[e,r]of t){const t=e.startsWith(gt)?e.slice(17):e,s=bt.findIndex(e=>t.endsWith(e))
if(s<0){o.push(t)
continue}const a=n(t.slice(0,-bt[s].length))
void 0!==a.factors[s]&&(a.reason=`it has two of ${bt[s]}`)
a.factors[s]=r}const s=new Set(e.keys())
for(const t of o){const e=Ct(t,s),o=void 0===e?t:t.slice(e.length),a=Ut.findIndex(([t])=>t.test(o)),[i,c]=Ut[a],f=e??t.replace(i,""),l=n(f)
if(!(a>=l.rule)){l.rule=a
l.reason=`${c} (${r(t.slice(f.length+1)||t)})`}}return e}(H(G(`importPeft: ${mt}`,qt(t,mt))).tensors)
if(void 0===o)return((t,e)=>[...e].map(([e,n])=>{try{const{A:o,B:r,...s}=zt(t,e,n)
return s}catch(t){if(!(t instanceof LoraError))throw t
return{module:e,reason:t.message}}}))(l,u)
"string"!=typeof o&&h("importPeft: module","a module's name",o)
const p=u.get(o)??k(function(t,e){const n=e.filter(e=>e.endsWith(`.${t}`)||t.endsWith(`.${e}`)),o=n.length>0?n:e,r=o.length>3?` and ${o.length-3} more`:"",a=o.slice(0,3).map(s).join(", ")+r,i=n.length>0?`did you mean ${a}?`:`there are ${a||"none"}`
return`importPeft: there is no module ${s(t)}; ${i}`}(o,[...u.keys()])),m=L(`importPeft: the module ${s(o)} cannot be read`,()=>zt(l,o,p)),g=Dt("importPeft",i)
return function({in:t,out:e,rank:o,alpha:r,A:s,B:a},i,c,f){"boolean"!=typeof i&&h("importPeft: residual","true or false",i)
i&&t!==e&&n("LORA_E_SHAPE",`importPeft: residual needs in equal to out; this is ${t} to ${e}`)
const l=I(s),u=I(a),d=u.map((t,n)=>u[n%e*o+Math.floor(n/e)]),p=f("MicroLoRA",{...c,...i?{dim:t}:{in:t,out:e},rank:o,alpha:r})
try{p.setWeights({A:l,B:d})
return p}catch(t){p.free()
throw t}}(m,a??m.in===m.out,c,g)}function qt(t,e){return t[e]??k(`importPeft: there is no ${e} (a pickled .bin is not read)`)}function Wt(t){const{kind:e,strings:n,tensors:o}=st(G("inspect: the file",t))
return{kind:e,metadata:Object.fromEntries(n),tensors:[...o.values()].map(({name:t,dtype:e,shape:n})=>({name:t,dtype:e,shape:n}))}}var Gt="in out rank residual optimizer seed batch sharedIO rows".split(" "),Ht=[...Gt,"scopes","categories","categoryFallback"],Kt=[0,1,4,5,2,3,6,7]
function Zt(e,o){if(o>=0)return
o===t.LORA_E_MEMORY&&n("LORA_E_MEMORY","load: the arena is full; free() other objects or call engine.grow(bytes)")
const[r]=Object.entries(t).find(([,t])=>t===o)??[o]
k(`${e} is not what it can be (${r})`)}function Vt({c:t},e){const n=x(e)
Zt(e.name,t.b.lora_reserve_transfer(2*n.length))
j(t,n.length).set(n)}var Xt=["LORA_E_MEMORY","LORA_E_INIT","LORA_E_FILE"]
function Qt(e,n={}){const{engine:o,expect:a}=p("load",n,{engine:void 0,expect:{}})
d(a)||h("load: expect","an object of strings",a)
const i=it("load: expect",a),{kind:c,strings:f,tensors:l,part:u}=st(G("load: the file",e))
void 0===c&&k("this safetensors file was not written by save(); importPeft reads adapters of PEFT")
!function(t,e){for(const[n,o]of e){if(t.get(n)===o)continue
const e=t.get(n),a=void 0===e?"not given":s(e)
k(`the file is for something else: ${r(n)} is ${a}, expected ${s(o)}`)}}(new Map(f),i)
const m=Dt("load",o),b=function(t,e){const n=new Map(e)
return{part:t,take(t,e,o){const s=n.get(t)??k(`the tensor ${r(t)} is missing`)
n.delete(t)
if(s.dtype!==e||s.shape.join()!==o.join()){const n=r(`${s.dtype} [${s.shape}]`)
k(`the tensor ${r(t)} is ${n}, not ${e} [${o}]`)}return s},find:t=>n.get(t),end(){for(const t of n.keys())k(`the tensor ${r(t)} does not belong there`)}}}(u,l)
let j
try{const{object:e,fill:n}="TrajectoryBuffer"===c?function(t,e){const{length:n,totalCount:o,...r}=jt(t,"object",Ft),{take:s,end:a}=t,i=e("TrajectoryBuffer",r)
return{object:i,fill(){const{dim:t}=i,e=M(s("embedding","F32",[n,t])),[r,c]=["operator","attention"].map(t=>s(t,"U8",[n]).bytes),[f,l]=Rt.map(t=>x(s(t,"F64",[n])))
a()
for(let o=0;o<n;o++){const n=e.subarray(o*t,(o+1)*t)
i.record(n,r[o],c[o],f[o],l[o])}g(i).a("trajectory_set_total_count",o)}}}(b,m):function(e,n,o){const r=jt(n,"object",e?Ht:Gt),{all:s,others:a}=jt(n,"options",["all","others"])
kt("microlora.options: all",s,["alpha",...w],w.length+1)
const{rows:i,residual:c,in:f,out:l,...u}=r
!0!==c&&!1!==c&&k("residual is neither true nor false")
c&&f!==l&&k(`residual: in is ${f}, and out ${l}`)
const h=o(e?"ScopedLoRA":"MicroLoRA",{...u,...c?{dim:f}:{in:f,out:l},alpha:s.alpha}),d=g(h)
return{object:h,fill(){const e=v(d)
kt("microlora.options: others",a,e,0)
e.forEach((e,o)=>{const r=a[e]??{}
kt(`the options of ${e}`,r,w,0)
!function(t,e,n){const{c:o,d:r}=t,s=(t,n)=>{"number"!=typeof n&&k(`the option ${t} is not a number`)
const s=w.indexOf(t)
Zt(`the option ${t}`,o.b.lora_set_option(r,e,s,n))}
s("beta1",0)
s("beta2",n.beta2)
for(const t of w)s(t,n[t])}(d,o,{...s,...r})
!function(e,n,o,{take:r,find:s}){const{c:a,d:i}=e
for(const c of Kt){const f=n+_[c],l=()=>a.b.lora_read_row(i,o,c,0)===t.LORA_E_STATE
if(c>=y?void 0===s(f):l())continue
const u=E(e,c),[h,d]=u,p=M(r(f,"F32",u))
for(let t=0;t<h;t++){a.f.set(p.subarray(t*d,(t+1)*d))
Zt(`the tensor ${f}`,a.b.lora_write_row(i,o,c,t))}}const c=e.a("read_numbers",o)
Vt(e,r(n+$,"F64",[c]))
Zt(`the tensor ${n}${$}`,a.b.lora_write_numbers(i,o,c))}(d,e,o,n)})
Number.isInteger(i)&&i>=1&&i<=d.batch||k(`rows is ${i}, of a batch of ${d.batch}`)
!function(t,{take:e,find:n,end:o}){t.K()
const{c:r,d:s}=t,a=A.map(([o,r,s])=>{const a=n(o)?.shape[0]??0
a>t.batch&&k(`the tensor ${o} has more rows than the batch`)
const i=t[s],c=0===a?void 0:M(e(o,"F32",[a,i]))
return{rows:t[r],length:i,count:a,all:c}}),i=n(O)?.shape[0]??0,c=e(O,"F64",[i])
o()
Vt(t,c)
Zt(`the tensor ${O}`,r.b.lora_write_forward(s,i))
for(const{rows:t,length:e,count:n,all:o}of a)t.forEach((t,r)=>{t.fill(0)
void 0!==o&&r<n&&t.set(o.subarray(r*e,(r+1)*e))})}(d,n)
d.t=i}}}("ScopedLoRA"===c,b,m)
j=e
n()
return e}catch(t){j?.free()
if(!(t instanceof LoraError)||Xt.includes(t.code))throw t
return k(`the file holds what cannot be: ${t.message}`,t)}}export{It as exportPeft,Yt as importPeft,Wt as inspect,Qt as load,Mt as save}

